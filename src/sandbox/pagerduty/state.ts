/** What exists in the PagerDuty account; plain JSON. */
export interface PagerDutyState {
  /** The number that the next object's id is made of. */
  nextId: number;
  users: PdUser[];
  contactMethods: PdContactMethod[];
  notificationRules: PdNotificationRule[];
  teams: PdTeam[];
  memberships: PdMembership[];
  schedules: PdSchedule[];
  overrides: PdOverride[];
  escalationPolicies: PdEscalationPolicy[];
  services: PdService[];
  integrations: PdIntegration[];
  businessServices: PdBusinessService[];
  dependencies: PdDependency[];
}

export interface PdUser {
  id: string;
  name: string;
  email: string;
  time_zone: string;
  role: string;
  job_title: string | null;
  description: string | null;
}

/** How somebody is reached. */
export interface PdContactMethod {
  id: string;
  user: string;
  /** E.g. `phone_contact_method`. */
  type: string;
  label: string;
  address: string;
  country_code?: number | undefined;
  device_type?: string | undefined;
  send_short_email?: boolean;
  /** Whether it can receive anything. */
  enabled?: boolean;
  /** Whether PagerDuty sends nothing to it any more. */
  blacklisted?: boolean;
}

/** When a contact method is used. */
export interface PdNotificationRule {
  id: string;
  user: string;
  urgency: 'high' | 'low';
  start_delay_in_minutes: number;
  /** Id of the contact method. */
  contact_method: string;
}

export interface PdTeam {
  id: string;
  name: string;
  description: string | null;
  default_role: string;
  parent: string | null;
}

export interface PdMembership {
  team: string;
  user: string;
  role: string;
}

export interface PdRestriction {
  type: 'daily_restriction' | 'weekly_restriction';
  start_time_of_day: string;
  duration_seconds: number;
  start_day_of_week?: number;
}

/** A layer as it is kept: users by id, the last layer of a schedule wins. */
export interface PdLayer {
  id: string;
  name: string;
  /** RFC 3339, never before the moment at which the layer was made. */
  start: string;
  end: string | null;
  rotation_virtual_start: string;
  rotation_turn_length_seconds: number;
  users: string[];
  restrictions: PdRestriction[];
}

export interface PdSchedule {
  id: string;
  name: string;
  description: string | null;
  time_zone: string;
  teams: string[];
  /** In the order in which they were sent; the last one wins. */
  layers: PdLayer[];
}

export interface PdOverride {
  id: string;
  schedule: string;
  user: string;
  start: string;
  end: string;
}

/** A reference as PagerDuty writes it. */
export interface PdReference {
  id: string;
  type: string;
}

export interface PdRule {
  id: string;
  escalation_delay_in_minutes: number;
  targets: PdReference[];
}

export interface PdEscalationPolicy {
  id: string;
  name: string;
  description: string | null;
  num_loops: number;
  teams: string[];
  rules: PdRule[];
}

export interface PdService {
  id: string;
  name: string;
  description: string | null;
  auto_resolve_timeout: number | null;
  acknowledgement_timeout: number | null;
  created_at: string;
  escalation_policy: string;
  incident_urgency_rule: Record<string, unknown>;
  support_hours: Record<string, unknown> | null;
  scheduled_actions: unknown[];
}

export interface PdIntegration {
  id: string;
  service: string;
  name: string;
  type: string;
  vendor: string | null;
  integration_key: string;
  created_at: string;
}

export interface PdBusinessService {
  id: string;
  name: string;
  description: string | null;
  point_of_contact: string | null;
  team: string | null;
}

export interface PdDependency {
  id: string;
  supporting: PdReference;
  dependent: PdReference;
}

/** An account in which nothing was made yet. */
export function emptyPagerDutyState(): PagerDutyState {
  return {
    nextId: 1,
    users: [],
    contactMethods: [],
    notificationRules: [],
    teams: [],
    memberships: [],
    schedules: [],
    overrides: [],
    escalationPolicies: [],
    services: [],
    integrations: [],
    businessServices: [],
    dependencies: [],
  };
}
